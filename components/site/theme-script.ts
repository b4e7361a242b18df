/**
 * Sets the theme before the first paint, and whether this browser last belonged to an account (so that the header does
 * not say "Guest" for a moment). A plain string, since it runs before anything is loaded; the policy step hashes it
 * in prerendered pages and `proxy.ts` for the others. Without script or storage the system's theme holds.
 */
export const themeScript =
  "try{var d=document.documentElement.dataset,t=localStorage.getItem('theme');" +
  "if(t==='light'||t==='dark')d.theme=t;if(localStorage.getItem('account'))d.account=''}catch(e){}";
