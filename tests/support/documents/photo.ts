/** Photographs as a phone makes them, drawn in the page: with the device, the place and the way up in their file. */
import type { Page } from '@playwright/test';

export const DEVICE = 'CanariAppareil';
const PLACE = 'CanariLieu';

/** `Exif` as cameras write it: a device, a photograph lying on its side, a place. */
function exif(): Buffer {
	const entry = (tag: number, type: number, count: number, value: Buffer) => {
		const line = Buffer.alloc(12);
		line.writeUInt16BE(tag, 0);
		line.writeUInt16BE(type, 2);
		line.writeUInt32BE(count, 4);
		value.copy(line, 8);
		return line;
	};
	const u16 = (n: number) => Buffer.from([n >> 8, n & 255, 0, 0]);
	const u32 = (n: number) => Buffer.from([0, 0, n >> 8, n & 255]);
	const directory = (entries: Buffer[]) =>
		Buffer.concat([u16(entries.length).subarray(0, 2), ...entries, u32(0)]);
	const [device, area] = [Buffer.from(`${DEVICE}\0`), Buffer.from(`ASCII\0\0\0${PLACE}`)];
	const firstSize = 2 + 3 * 12 + 4;
	const deviceAt = 8 + firstSize;
	const placeAt = deviceAt + device.length;
	const areaAt = placeAt + 2 + 2 * 12 + 4;
	const first = directory([
		entry(0x010f, 2, device.length, u32(deviceAt)),
		entry(0x0112, 3, 1, u16(6)),
		entry(0x8825, 4, 1, u32(placeAt))
	]);
	const place = directory([
		entry(0x0001, 2, 2, Buffer.from('N\0\0\0')),
		entry(0x001c, 7, area.length, u32(areaAt))
	]);
	const tiff = Buffer.concat([Buffer.from('MM\0*'), u32(8), first, device, place, area]);
	const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

export interface Look {
	readonly paper: string;
	readonly ink: string;
	/** Pixels over which the strokes are spread. */
	readonly blur: number;
	readonly lines: number;
}

/** A page of text lying on its side, as JPEG with its `Exif`. */
export async function photograph(page: Page, changes: Partial<Look> = {}): Promise<Buffer> {
	const look: Look = { paper: '#eee', ink: '#222', blur: 0, lines: 40, ...changes };
	const drawn = await page.evaluate(async ({ paper, ink, blur, lines }) => {
		const canvas = new OffscreenCanvas(1600, 1200);
		const context = canvas.getContext('2d')!;
		context.fillStyle = paper;
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.filter = blur > 0 ? `blur(${blur}px)` : 'none';
		context.fillStyle = ink;
		context.font = '22px sans-serif';
		for (let line = 0; line < lines; line++) {
			context.fillText(
				'Justificatif de domicile, 12 rue des Essais '.repeat(3),
				60,
				60 + line * 28
			);
		}
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
		return [...new Uint8Array(await blob.arrayBuffer())];
	}, look);
	const jpeg = Buffer.from(drawn);
	return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** What must be nowhere in what leaves the phone. */
export const tracesIn = (bytes: Buffer): string[] =>
	[DEVICE, PLACE, 'Exif'].filter((trace) => bytes.includes(trace));
