-- AlterTable
ALTER TABLE "LabAttempt" ADD COLUMN     "accessKeyId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "LabAttempt_accessKeyId_key" ON "LabAttempt"("accessKeyId");
