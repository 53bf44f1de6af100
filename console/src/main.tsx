import { render } from 'preact';
import { App } from './app/app.tsx';
import { beginSession } from './app/person/session.ts';
import { beginRouting } from './app/place/route.ts';

const place = document.getElementById('app');
if (place) {
  beginRouting();
  void beginSession();
  render(<App />, place);
}
