/** Asks the browser not to evict our data; true when it has promised. */
export async function askToPersist(): Promise<boolean> {
	const storage = navigator.storage as StorageManager | undefined;
	if (!storage?.persist) return false;
	return (await storage.persisted()) || (await storage.persist());
}
