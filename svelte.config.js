import adapterNode from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { execSync } from 'node:child_process';

// Tests build into their own folders so that a running product is never disturbed.
const out = process.env.CARNET_BUILD_DIR ?? 'build';
const kitDir = process.env.CARNET_KIT_DIR ?? '.svelte-kit';

function buildVersion() {
	if (process.env.CARNET_BUILD_ID) return process.env.CARNET_BUILD_ID;
	try {
		return execSync('git rev-parse --short=12 HEAD', { stdio: ['ignore', 'pipe', 'ignore'] })
			.toString()
			.trim();
	} catch {
		return 'local';
	}
}

const node = adapterNode({ out, precompress: true });

/** adapter-node, plus the command-line entry of the same server build under `<out>/cli`. */
const adapter = {
	...node,
	/** @param {import('@sveltejs/kit').Builder} builder */
	async adapt(builder) {
		await node.adapt(builder);
		builder.writeServer(`${out}/cli`);
	}
};

/** Hash of the style attribute of Kit's route announcer, the only inline style we accept. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter,
		outDir: kitDir,
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { name: buildVersion() },
		// Our own check (server/http/same-origin) covers more, and knows the one route another site posts to.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'carnet-worker-url']
			}
		}
	}
};
