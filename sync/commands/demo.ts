// placeholder
export async function makeDemo(_book: string, _options: { seed: string }): Promise<void> {}
