import { routeEc2 } from '@/lib/usecases/ec2-route';

export const dynamic = 'force-dynamic';
export const GET = routeEc2;
export const POST = routeEc2;
