// “用我的位置”: asks the phone where it is, only when pressed; rounded to about 100 m. Without it distances stay unknown.
// data-here="/address/": go there with lat and lon; empty: fill the fields lat and lon of the form around it.
const button = document.querySelector("[data-here]");
const found = ({ coords }) => {
  const place = { lat: coords.latitude.toFixed(3), lon: coords.longitude.toFixed(3) };
  if (button.dataset.here) {
    const there = new URL(location.pathname === button.dataset.here ? location.href : button.dataset.here, location.href);
    Object.entries(place).forEach(([name, value]) => there.searchParams.set(name, value));
    return location.assign(there);
  }
  Object.entries(place).forEach(([name, value]) => (button.form.elements[name].value = value));
  button.textContent = "位置记下了，点保存";
};
const lost = () => (button.textContent = "没拿到位置，请打开手机定位再点");
if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.textContent = "正在找您的位置…";
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: 10_000, maximumAge: 300_000 });
  });
}
