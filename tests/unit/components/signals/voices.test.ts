import { expect, test } from "vitest";
import { chooseVoice, localVoices } from "../../../../components/signals/voices";

const voice = (lang: string, more: { localService?: boolean; default?: boolean; name?: string } = {}) => ({
	lang,
	name: lang,
	localService: true,
	default: false,
	...more,
});

test("a voice that sends what it says to a server is none", () => {
	expect(localVoices([voice("en-US", { localService: false })])).toEqual([]);
});

test("the voice of the very language goes first, then the system's own, then any of that language", () => {
	const voices = [voice("de-DE"), voice("en-US"), voice("en-AU", { default: true }), voice("en_GB")];
	expect(chooseVoice(voices, "en-GB")?.lang).toBe("en_GB");
	expect(chooseVoice(voices, "en")?.lang).toBe("en-AU");
	expect(chooseVoice(voices, "de-AT")?.lang).toBe("de-DE");
});

test("no voice reads a language that isn't its own", () => {
	expect(chooseVoice([voice("en-US", { default: true })], "ru")).toBeUndefined();
});

test.each([
	["no", ["sv-SE", "nb-NO"], "nb-NO"],
	["nb", ["da-DK", "no-NO"], "no-NO"],
	["zh", ["zh-TW", "cmn-CN"], "cmn-CN"],
	["zh-Hant", ["zh-CN", "zh-TW"], "zh-TW"],
	["zh-TW", ["zh-HK", "cmn-Hant"], "cmn-Hant"],
	["cmn", ["yue-HK", "zh_CN"], "zh_CN"],
	["iw", ["he-IL"], "he-IL"],
	["sr-Latn", ["sr-RS", "sr-Latn-RS"], "sr-Latn-RS"],
	["pt", ["pt-PT", "pt-BR"], "pt-BR"],
	["en", ["not a language", "en-GB-x-rp"], "en-GB-x-rp"],
])("a text in %s is read by the one of %j that speaks it, whatever it is called", (language, langs, best) => {
	expect(
		chooseVoice(
			langs.map((lang) => voice(lang)),
			language,
		)?.lang,
	).toBe(best);
});
