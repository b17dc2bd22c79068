-- AlterTable
ALTER TABLE "cairn"."workspace" ADD COLUMN     "tests_must_pass" BOOLEAN NOT NULL DEFAULT false;
