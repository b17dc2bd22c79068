-- Both are kept by the hour: an old hour goes by dropping its partition. They name no foreign key, since checking one
-- would cost each row; those of a workspace that is gone leave with their hour. A row holds the requests of about a
-- second, column by column: that costs a tenth of a row each.
-- CreateTable
CREATE TABLE "cairn"."request_batch" (
    "workspace_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "errors" INTEGER NOT NULL,
    "recorded" INTEGER NOT NULL,
    "slowest" DOUBLE PRECISION NOT NULL,
    "kinds" JSONB NOT NULL,
    "kind" INTEGER[],
    "after" INTEGER[],
    "status" INTEGER[],
    "us" INTEGER[],
    "size" INTEGER[],
    "path" TEXT[],
    "user_id" TEXT[],
    "details" JSONB NOT NULL,

    CONSTRAINT "request_batch_pkey" PRIMARY KEY ("workspace_id", "at", "id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "cairn"."recording" (
    "workspace_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "batch" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("workspace_id", "at", "batch", "position")
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

-- AddForeignKey
ALTER TABLE "cairn"."lost_requests" ADD CONSTRAINT "lost_requests_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cairn"."recording_rule" ADD CONSTRAINT "recording_rule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "cairn"."workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
