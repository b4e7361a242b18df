-- AlterTable
ALTER TABLE "LabAttempt" ADD COLUMN     "fromShare" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "solutionShownAt" TIMESTAMP(3),
ADD COLUMN     "timeline" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "LabTimeline" (
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "head" INTEGER NOT NULL,
    "forkedAt" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabTimeline_pkey" PRIMARY KEY ("attemptId","number")
);

-- CreateTable
CREATE TABLE "LabShare" (
    "token" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabShare_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "MisconceptionSeen" (
    "userId" TEXT NOT NULL,
    "misconception" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MisconceptionSeen_pkey" PRIMARY KEY ("userId","misconception")
);

-- CreateIndex
CREATE UNIQUE INDEX "LabShare_attemptId_seq_key" ON "LabShare"("attemptId", "seq");

-- AddForeignKey
ALTER TABLE "LabTimeline" ADD CONSTRAINT "LabTimeline_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LabAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabShare" ADD CONSTRAINT "LabShare_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LabAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MisconceptionSeen" ADD CONSTRAINT "MisconceptionSeen_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
