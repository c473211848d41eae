export function findBreaking(former: string, next: string): Promise<{ readonly path?: string; readonly message: string }[]>
