export default function DisplayScreen() {
  return null;
}
