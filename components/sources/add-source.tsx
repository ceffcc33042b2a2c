import { ADDRESS_LIMIT } from "@/data/model/web-address";
import type { FollowFeed } from "../signals/follow-feed";
import { Button } from "../ui/button";

/** Takes the address of a feed or a site. */
export function AddSource({ following, busy }: { following: FollowFeed; busy: boolean }) {
	return (
		<form
			class="add-source"
			onSubmit={(event) => {
				event.preventDefault();
				void following.add(following.address.value);
			}}
		>
			<label class="desk-label" for="address">
				Feed or site address
			</label>
			<input
				id="address"
				class="field"
				type="text"
				inputMode="url"
				autoComplete="url"
				autoCapitalize="none"
				spellcheck={false}
				maxLength={ADDRESS_LIMIT}
				placeholder="example.com"
				aria-describedby="address-hint"
				value={following.address}
				onInput={(event) => {
					following.address.value = event.currentTarget.value;
				}}
			/>
			<Button type="submit" main disabled={busy}>
				Add source
			</Button>
			<Button disabled={busy} onClick={() => void following.preview(following.address.value)}>
				Preview
			</Button>
			<p class="desk-hint" id="address-hint">
				The browser asks for permission to read that one site, and no other.
			</p>
		</form>
	);
}
