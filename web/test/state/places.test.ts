import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Addresses, type Return, type Surroundings} from '../../src/state/addresses.js';
import {kEverybody} from '../../src/state/app-state.js';
import {
  addressOf,
  isSamePlace,
  kScreens,
  screenAt,
  withoutMarks,
  type Place,
} from '../../src/state/places.js';

const at = (screen: Place['screen'], part: Partial<Place> = {}): Place => ({
  screen,
  view: kEverybody,
  customer: null,
  ...part,
});
const ada = {id: 17, at: 3};

/** A window with a history of its own, as a browser keeps it. */
class FakeWindow extends EventTarget implements Surroundings {
  entries: {state: unknown; hash: string}[] = [{state: null, hash: ''}];
  place = 0;
  scrollY = 0;
  readonly location: Surroundings['location'];
  readonly history: Surroundings['history'];

  constructor(hash = '') {
    super();
    this.entries = [{state: null, hash}];
    const now = () => this.entries[this.place] ?? {state: null, hash: ''};
    const entry = (state: unknown, url: string | URL | null | undefined) => ({
      state,
      hash: /#.*/.exec(String(url))?.[0] ?? '',
    });
    this.location = {
      get hash() {
        return now().hash;
      },
      get href() {
        return `file:///regulars.html${now().hash}`;
      },
    };
    const isNow = () => this.place;
    this.history = {
      scrollRestoration: 'auto',
      get state() {
        return now().state;
      },
      pushState: (state, _, url) => {
        this.entries = [...this.entries.slice(0, isNow() + 1), entry(state, url)];
        this.place += 1;
      },
      replaceState: (state, _, url) => {
        this.entries[isNow()] = entry(state, url);
      },
      back: () => this.go(-1),
    };
  }

  go(by: number) {
    this.place += by;
    this.dispatchEvent(new Event('popstate'));
  }

  get hashes() {
    return this.entries.map(({hash}) => hash);
  }
}

function started(around: FakeWindow) {
  const heard: Return[] = [];
  const addresses = new Addresses(around, 1);
  addresses.start((to) => heard.push(to));
  return {addresses, heard};
}

test('every screen has an address that leads to it, and nothing else does', () => {
  for (const screen of kScreens) assert.equal(screenAt(addressOf(at(screen))), screen);
  assert.equal(addressOf(at('customers', {customer: ada})), '#/customer/17');
  assert.equal(screenAt('#/customer/17'), 'customers');
  for (const address of ['', '#', '#week', '#/nowhere', '#/week/3', '#/customer', '#/customer/x'])
    assert.equal(screenAt(address), null, address);
});

test('a place is another by its screen, its filter or its customer, not by the order of the table', () => {
  const table = at('customers');
  assert.ok(isSamePlace(table, at('customers', {view: {...kEverybody, sort: 'orders'}})));
  assert.ok(!isSamePlace(table, at('week')));
  assert.ok(!isSamePlace(table, at('customers', {customer: ada})));
  const cell = () => at('customers', {view: {...kEverybody, cell: {r: 1, f: 2}}});
  assert.ok(!isSamePlace(table, cell()));
  assert.ok(isSamePlace(cell(), cell()));
});

test('Back and Forward lead to the places that were left, as far down as one was', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  addresses.note(at('week'));
  around.scrollY = 300;
  addresses.push(at('customers'));
  around.scrollY = 40;
  addresses.push(at('returns'));
  assert.deepEqual(around.hashes, ['#/week', '#/customers', '#/returns']);
  around.go(-1);
  around.go(-1);
  around.go(1);
  assert.deepEqual(
    heard.map(({place, scroll}) => [place?.screen, scroll]),
    [
      ['customers', 40],
      ['week', 300],
      ['customers', 40],
    ],
  );
});

test('what changes at a place is what Back comes to', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  addresses.note(at('customers'));
  addresses.note(at('customers', {view: {...kEverybody, search: 'ada'}}));
  addresses.push(at('week'));
  around.go(-1);
  assert.deepEqual([heard[0]?.place?.view.search, around.entries.length], ['ada', 2]);
});

test('a customer that is closed is gone back from, and can be opened by Forward', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  addresses.note(at('customers'));
  addresses.push(at('customers', {customer: ada}));
  // The next in the table take the place of the first.
  addresses.note(at('customers', {customer: {id: 18, at: 4}}));
  addresses.leaveCustomer();
  assert.deepEqual(around.hashes, ['#/customers', '#/customer/18']);
  assert.deepEqual([around.place, heard.at(-1)?.place?.customer], [0, null]);
  around.go(1);
  assert.equal(heard.at(-1)?.place?.customer?.id, 18);
});

test('whoever goes on before the way back is over arrives where they went', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  addresses.note(at('customers'));
  addresses.push(at('customers', {customer: ada}));
  // Browsers go back in a later turn.
  around.history.back = () => undefined;
  addresses.leaveCustomer();
  addresses.push(at('plans'));
  assert.deepEqual(around.hashes, ['#/customers', '#/customer/17']);
  around.go(-1);
  assert.deepEqual(around.hashes, ['#/customers', '#/plans']);
  assert.equal(heard.length, 0);
  around.go(-1);
  assert.deepEqual(heard.at(-1)?.place, at('customers'));
});

test('figures of other files take the place of those before, and what was left leads to no customer', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  addresses.note(at('week'));
  addresses.push(at('customers', {customer: ada}));
  addresses.push(at('files'));
  addresses.clear();
  addresses.note(at('week'));
  assert.deepEqual(around.hashes, ['#/week', '#/customer/17', '#/week']);
  around.go(-1);
  assert.deepEqual(heard, [{place: null, screen: 'customers', scroll: 0}]);
});

test('an address of another load of the page is cleared at once, and its entries mean nothing', () => {
  const around = new FakeWindow('#/customer/17');
  around.entries = [{state: {regulars: 0, entry: 1}, hash: '#/customer/17'}];
  const {addresses, heard} = started(around);
  assert.deepEqual(around.hashes, ['']);
  around.entries.unshift({state: {regulars: 0, entry: 1}, hash: '#/nowhere'});
  around.place = 1;
  addresses.note(at('week'));
  around.go(-1);
  assert.deepEqual(heard, [{place: null, screen: null, scroll: 0}]);
});

test('figures counted anew keep the screens that were left, without marks and customers', () => {
  const around = new FakeWindow();
  const {addresses, heard} = started(around);
  const view = {...kEverybody, segment: 'champions', search: 'ada'};
  addresses.note(at('customers', {view, customer: ada}));
  addresses.push(at('health'));
  addresses.revise(withoutMarks);
  around.go(-1);
  const place = heard[0]?.place;
  assert.deepEqual(
    [place?.screen, place?.customer, place?.view.segment, place?.view.search],
    ['customers', null, null, 'ada'],
  );
});
