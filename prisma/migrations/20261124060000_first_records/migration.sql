CREATE SCHEMA IF NOT EXISTS "cairn";

CREATE TYPE "cairn"."role" AS ENUM ('owner', 'admin', 'developer', 'viewer');

CREATE TABLE "cairn"."user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "user_email_key" ON "cairn"."user"("email");

CREATE TABLE "cairn"."session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "session_token_hash_key" ON "cairn"."session"("token_hash");
CREATE INDEX "session_user_id_idx" ON "cairn"."session"("user_id");

CREATE TABLE "cairn"."setup_code" (
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "setup_code_pkey" PRIMARY KEY ("code_hash")
);

CREATE TABLE "cairn"."workspace" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "workspace_name_key" ON "cairn"."workspace"("name");

CREATE TABLE "cairn"."member" (
    "workspace_id" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "cairn"."role" NOT NULL,
    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id", "user_id")
);
CREATE INDEX "member_user_id_idx" ON "cairn"."member"("user_id");

CREATE TABLE "cairn"."branch" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "branch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "branch_workspace_id_name_key" ON "cairn"."branch"("workspace_id", "name");

CREATE TABLE "cairn"."datasource" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "datasource_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "datasource_workspace_id_name_key" ON "cairn"."datasource"("workspace_id", "name");

CREATE TABLE "cairn"."object" (
    "id" SERIAL NOT NULL,
    "branch_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "separator" TEXT NOT NULL DEFAULT '',
    "draft" TEXT,
    "published" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "object_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "object_branch_id_kind_identity_key" ON "cairn"."object"("branch_id", "kind", "identity");
CREATE INDEX "object_branch_id_path_position_idx" ON "cairn"."object"("branch_id", "path", "position");

CREATE TABLE "cairn"."object_version" (
    "object_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "author" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "object_version_pkey" PRIMARY KEY ("object_id", "version")
);

CREATE TABLE "cairn"."group_canonical" (
    "workspace_id" INTEGER NOT NULL,
    "group_name" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    CONSTRAINT "group_canonical_pkey" PRIMARY KEY ("workspace_id", "group_name")
);
CREATE UNIQUE INDEX "group_canonical_canonical_key" ON "cairn"."group_canonical"("canonical");

CREATE TABLE "cairn"."env_variable" (
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "env_variable_pkey" PRIMARY KEY ("workspace_id", "name")
);

ALTER TABLE "cairn"."session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "cairn"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "cairn"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."branch" ADD CONSTRAINT "branch_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."datasource" ADD CONSTRAINT "datasource_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."object" ADD CONSTRAINT "object_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "cairn"."branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."object_version" ADD CONSTRAINT "object_version_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "cairn"."object"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."group_canonical" ADD CONSTRAINT "group_canonical_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cairn"."env_variable" ADD CONSTRAINT "env_variable_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
