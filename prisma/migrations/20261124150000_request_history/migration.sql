-- Both are kept by the hour: an old hour goes by dropping its partition. Requests name no foreign key, since checking
-- one would cost each row; those of a workspace that is gone leave with their hour.
-- CreateTable
CREATE TABLE "cairn"."request" (
    "workspace_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "branch" TEXT NOT NULL,
    "datasource" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "route" TEXT,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "ms" DOUBLE PRECISION NOT NULL,
    "size" INTEGER NOT NULL,
    "user_table" TEXT,
    "user_id" TEXT,
    "error" TEXT,
    "error_at" TEXT,
    "recorded" BOOLEAN NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("workspace_id", "at", "id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "cairn"."recording" (
    "workspace_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("workspace_id", "at", "id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "cairn"."lost_requests" (
    "workspace_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lost" INTEGER NOT NULL,

    CONSTRAINT "lost_requests_pkey" PRIMARY KEY ("workspace_id", "at")
);

-- CreateTable
CREATE TABLE "cairn"."recording_rule" (
    "workspace_id" INTEGER NOT NULL,
    "group_name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "errors" BOOLEAN NOT NULL,
    "slow_ms" INTEGER,
    "per_minute" INTEGER,

    CONSTRAINT "recording_rule_pkey" PRIMARY KEY ("workspace_id", "group_name", "verb", "path")
);

-- Errors are what is looked for most, and few.
CREATE INDEX "request_errors_idx" ON "cairn"."request"("workspace_id", "at") WHERE "status" >= 400;

-- AddForeignKey
ALTER TABLE "cairn"."lost_requests" ADD CONSTRAINT "lost_requests_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cairn"."recording_rule" ADD CONSTRAINT "recording_rule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
