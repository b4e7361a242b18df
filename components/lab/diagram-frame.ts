/** The looks of a picture in its place, the same before and after it can be walked, so that nothing moves in between. */
export const frameClass = 'flex h-full min-h-0 min-w-0 flex-col max-lg:max-h-[60vh]';
export const barClass = 'flex min-h-9 items-center gap-1 px-3 pt-2 pointer-coarse:min-h-11 sm:px-5';
export const placeClass = 'min-h-0 flex-1 overflow-auto p-3 sm:p-5';
