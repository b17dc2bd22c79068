-- CreateTable
CREATE TABLE "cairn"."invitation" (
    "id" UUID NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "role" "cairn"."role" NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cairn"."access_token" (
    "id" UUID NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "cairn"."role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cairn"."endpoint_hour" (
    "workspace_id" INTEGER NOT NULL,
    "group_name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "requests" INTEGER NOT NULL,
    "errors" INTEGER NOT NULL,
    "total_ms" DOUBLE PRECISION NOT NULL,
    "slowest_ms" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "endpoint_hour_pkey" PRIMARY KEY ("workspace_id", "group_name", "verb", "path", "hour")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "cairn"."invitation"("code_hash");

-- CreateIndex
CREATE INDEX "invitation_workspace_id_idx" ON "cairn"."invitation"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "cairn"."access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_workspace_id_idx" ON "cairn"."access_token"("workspace_id");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "cairn"."access_token"("user_id");

-- CreateIndex
CREATE INDEX "endpoint_hour_workspace_id_hour_idx" ON "cairn"."endpoint_hour"("workspace_id", "hour");

-- AddForeignKey
ALTER TABLE "cairn"."invitation" ADD CONSTRAINT "invitation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cairn"."access_token" ADD CONSTRAINT "access_token_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cairn"."access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "cairn"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cairn"."endpoint_hour" ADD CONSTRAINT "endpoint_hour_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
