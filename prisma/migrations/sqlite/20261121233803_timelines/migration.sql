-- AlterTable
ALTER TABLE "LabAttempt" ADD COLUMN "fromShare" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "LabAttempt" ADD COLUMN "solutionShownAt" DATETIME;
ALTER TABLE "LabAttempt" ADD COLUMN "timeline" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "LabTimeline" (
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "head" INTEGER NOT NULL,
    "forkedAt" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("attemptId", "number"),
    CONSTRAINT "LabTimeline_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LabAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LabShare" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "LabShare_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LabAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MisconceptionSeen" (
    "userId" TEXT NOT NULL,
    "misconception" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "seenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("userId", "misconception"),
    CONSTRAINT "MisconceptionSeen_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "LabShare_attemptId_seq_key" ON "LabShare"("attemptId", "seq");
