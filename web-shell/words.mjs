// What the page itself may have to say, before the app is there or when it cannot be. The app's own words are in app/text.

export const words = {
  insecure: {
    title: 'This address is not encrypted',
    text: 'Kitbag keeps records about schools, so it only opens at an address that begins with https. Ask the county office for that address.',
  },
  tooOld: {
    title: 'This browser is too old for Kitbag',
    text: 'Kitbag needs Chrome or Edge 109, Safari 16.4 or Firefox 111, or anything newer. Update the browser, then open Kitbag again.',
  },
  noStorage: {
    title: 'Nothing can be stored here',
    text: 'Kitbag keeps your visits in this browser’s private storage, and the browser does not allow it. This is usual in a private or incognito window: open Kitbag in an ordinary one.',
  },
  storageBusy: {
    title: 'Kitbag’s storage is still in use',
    text: 'Another window or an earlier run of Kitbag has not let go of it yet. Close the other windows of Kitbag, wait a moment, then start again.',
  },
  notLoaded: {
    title: 'Kitbag could not be loaded',
    text: 'A part of the app did not arrive. Check the connection, then start again. What is saved on this tablet is safe.',
  },
  stopped: {
    title: 'Kitbag had to stop',
    text: 'Something went wrong inside the app, so it stopped before it could do harm. Everything that was shown as saved is safe on this tablet. Start again to go on.',
  },
  elsewhere: {
    title: 'Kitbag is open in another window',
    text: 'Only one window at a time can write on this tablet. Go on there, or use Kitbag here: the other window then saves what is being typed and stops.',
  },
  takenOver: {
    title: 'Kitbag is now used in another window',
    text: 'Everything typed here has been saved. You can close this window, or use Kitbag here again.',
  },
  cleared: {
    title: 'Your storage was cleared by the browser',
    text: 'Kitbag was set up on this tablet, and what it had stored is gone. What the county already has comes back when you set this tablet up again: ask the county office for an enrolment code. What had not been sent is lost.',
  },
  clearedCount: (changes, when) => (changes === 0
    ? `At the last count, ${when}, everything had been received by the county.`
    : `At the last count, ${when}, ${changes === 1 ? 'one change or photograph had' : `${changes} changes and photographs had`} not been received by the county.`),
  setUpAgain: 'Set up again',
  install: 'Put Kitbag on the home screen: there the browser keeps what you write.',
  installNow: 'Put it there',
  installOnApple: 'Put Kitbag on the home screen, where the tablet keeps what you write: press Share in the browser’s bar, then Add to Home Screen, and open Kitbag from there.',
  notNow: 'Not now',
  skip: 'Skip to the content',
  startAgain: 'Start again',
  useHere: 'Use Kitbag here',
  newVersion: 'A new version of Kitbag is ready. It takes a few seconds, and then you unlock Kitbag again. What you have typed is saved first.',
  useNewVersion: 'Use it now',
  later: 'Later',
  rolledBack: 'The newest version of Kitbag could not start on this tablet, so you have the one before it. Nothing is lost. Tell the county office; the next version is taken as usual.',
  understood: 'Close',
  pictureLost: 'The tablet took the picture away. Everything still works in this plain form.',
  pictureAgain: 'Show the picture again',
  photosOnTheirWay: (count, all) => `Making photograph ${count} of ${all} smaller…`,
  photosLeaveOut: 'Leave out the rest',
};
