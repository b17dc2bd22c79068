CREATE TABLE "cairn"."invitation" (
    "id" UUID NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "role" "cairn"."role" NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "cairn"."invitation"("code_hash");
CREATE UNIQUE INDEX "invitation_workspace_id_email_key" ON "cairn"."invitation"("workspace_id", "email");

ALTER TABLE "cairn"."invitation" ADD CONSTRAINT "invitation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
