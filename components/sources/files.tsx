import type { ImportedLine } from "@/data/model/answers";
import type { Files as Model } from "../signals/files";
import { Button } from "../ui/button";
import { download } from "../ui/download";
import { FileField } from "../ui/file-field";

const RESULT_WORDS: Record<ImportedLine["result"], string> = {
	added: "added",
	known: "known already",
	broken: "no usable address",
};

function Report({ lines }: { lines: ImportedLine[] }) {
	if (lines.length === 0) return null;
	return (
		<details class="import-report">
			<summary>What became of each line</summary>
			<ol>
				{lines.map((entry, index) => (
					<li key={`${index} ${entry.url}`}>
						<span class={entry.result === "broken" ? "import-broken" : ""}>{RESULT_WORDS[entry.result]}</span>
						<span>
							<bdi>{entry.title || entry.url}</bdi>
						</span>
						{entry.line !== undefined && <span class="source-line">line {entry.line}</span>}
					</li>
				))}
			</ol>
		</details>
	);
}

/** Files in and out: digests and lists of feeds. */
export function Files({ files }: { files: Model }) {
	return (
		<div>
			<FileField
				id="import"
				label="Import file"
				accept=".txt,.opml,.xml,.zip,text/plain,text/x-opml"
				hint="A digest (.txt), a list of feeds from another reader (.opml), or a backup (.zip)."
				onFile={files.importFile}
			/>
			<Report lines={files.report.value} />
			<p class="export">
				<Button onClick={() => download(files.exportOpml())}>Export OPML</Button>
				<span class="desk-hint">Your feeds as a list that other readers take.</span>
			</p>
		</div>
	);
}
