/** The tables as the code declares them, read from every `x.tables.ts` with the compiler's parser. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesUnder } from '../architecture/source-files';

export interface DeclaredColumn {
	/** Type of what a query gives back. */
	readonly type: string;
	/** Null when the type, `unknown`, does not say. */
	readonly nullable: boolean | null;
}

type Fields = Readonly<Record<string, ts.TypeNode>>;

function interfacesOf(path: string): [string, Fields][] {
	const source = ts.createSourceFile(
		path,
		readFileSync(path, 'utf8'),
		ts.ScriptTarget.Latest,
		true
	);
	return source.statements.filter(ts.isInterfaceDeclaration).map((declaration) => {
		const properties = declaration.members.filter(ts.isPropertySignature);
		const fields = properties.map((property) => [property.name.getText(), property.type!] as const);
		return [declaration.name.text, Object.fromEntries(fields)];
	});
}

/** `Generated<T>`, `ColumnType<T, …>` and `JSONColumnType<T>` give back a T. */
function selected(type: ts.TypeNode): ts.TypeNode {
	if (!ts.isTypeReferenceNode(type)) return type;
	const wraps = ['Generated', 'GeneratedAlways', 'ColumnType', 'JSONColumnType'];
	const inner = wraps.includes(type.typeName.getText()) ? type.typeArguments?.[0] : undefined;
	return inner ? selected(inner) : type;
}

function columnOf(node: ts.TypeNode): DeclaredColumn {
	const inner = selected(node);
	const members = ts.isUnionTypeNode(inner) ? [...inner.types] : [inner];
	const names = members.map((member) => member.getText());
	const rest = names.filter((name) => name !== 'null');
	const type = rest.join(' | ');
	return { type, nullable: type === 'unknown' ? null : rest.length < names.length };
}

export function declaredTables(): Record<string, Record<string, DeclaredColumn>> {
	const interfaces = new Map(
		filesUnder('src/lib/server', /\.tables\.ts$/).flatMap((path) => interfacesOf(path))
	);
	const rooms = [...interfaces].filter(([name]) => name.endsWith('Tables'));
	const tables = rooms.flatMap(([, fields]) => Object.entries(fields));
	return Object.fromEntries(
		tables.map(([table, reference]) => {
			const columns = Object.entries(interfaces.get(reference.getText()) ?? {});
			return [table, Object.fromEntries(columns.map(([name, type]) => [name, columnOf(type)]))];
		})
	);
}
