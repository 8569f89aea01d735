// Reading aloud is offered only where the browser has a Chinese voice.
const speech = globalThis.speechSynthesis;
const chinese = () => speech.getVoices().find((voice) => /^(zh|cmn)\b/i.test(voice.lang));
const offer = () => {
  if (chinese()) document.querySelectorAll("[data-aloud]").forEach((button) => (button.hidden = false));
};
if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-aloud]");
    if (!button) return;
    const words = new SpeechSynthesisUtterance(button.dataset.aloud);
    words.voice = chinese();
    words.lang = "zh-CN";
    words.rate = 0.9;
    speech.cancel();
    speech.speak(words);
  });
}
