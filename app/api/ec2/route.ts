import { answerEc2 } from '@/lib/usecases/ec2-answer';

export const dynamic = 'force-dynamic';
export const GET = answerEc2;
export const POST = answerEc2;
