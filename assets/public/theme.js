// Runs before the first paint: a theme that was chosen by hand is there without a flash. The choice itself
// lives in extension storage, which can only be read later; data/store/theme.ts keeps this copy of it.
const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
