import { NextResponse } from 'next/server';

// Next looks for this file upwards as far as our own; this one, which matches nothing, stops it here.
export const config = { matcher: ['/never'] };
export const proxy = () => NextResponse.next();
