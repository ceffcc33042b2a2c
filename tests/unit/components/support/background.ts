import type { Send } from "@/components/signals/headline-list";
import { failed, type Outcome } from "@/data/model/trouble";

/** A background that writes down what it is told, and answers as it was told to. */
export function fakeBackground(answers: Record<string, Outcome<unknown>> = {}) {
	const told: { command: string; ask: unknown }[] = [];
	// Each test gives the answers that fit the commands it sends.
	const send = (async (command: string, ask: unknown) => {
		told.push({ command, ask });
		return answers[command] ?? failed("unexpected");
	}) as Send;
	return { send, told };
}
