-- CreateTable
CREATE TABLE "cairn"."deleted_object" (
    "branch_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "texts" TEXT[],

    CONSTRAINT "deleted_object_pkey" PRIMARY KEY ("branch_id", "kind", "identity")
);

-- AddForeignKey
ALTER TABLE "cairn"."deleted_object" ADD CONSTRAINT "deleted_object_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "cairn"."branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
