export function generateClient(): Promise<string>
