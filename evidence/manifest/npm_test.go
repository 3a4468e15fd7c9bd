package manifest

import "testing"

func TestPackageJSON(t *testing.T) {
	testParser(t, PackageJSON, []parserTest{
		{"fields", `
{
  "name": "모이다",
  "scripts": {"build": "sentry-cli && mixpanel-browser"},
  "dependencies": {
    "@sentry/browser": "^8.0.0",
    "mixpanel-browser": "^2"
  },
  "devDependencies": { "firebase-tools": "13" },
  "optionalDependencies": {"bugsnag-js": "*"},
  "peerDependencies": {"react": ">=18", "mixpanel-browser": "*"},
  "overrides": {"amplitude-js": "8"},
  "resolutions": {"hotjar-js": "1"},
  "pnpm": {"overrides": {"logrocket": "1"}}
}`, []string{"5 @sentry/browser", "6 mixpanel-browser", "9 bugsnag-js", "10 react ~"}, []string{"firebase-tools"}},
		{"packages of the tree", `{"dependencies": {"a": "workspace:*", "b": "file:../b", "c": "link:c", "d": "portal:d", "e": "catalog:"}}`,
			[]string{"1 e"}, nil},
		{"aliases", `
{"dependencies": {
  "errors": "npm:@sentry/browser@^8",
  "stats": "npm:mixpanel-browser@2.1",
  "plain": "npm:^1.0.0",
  "newest": "npm:latest",
  "bare": "npm:dayjs"
}}`, []string{"2 @sentry/browser", "3 mixpanel-browser", "4 plain", "5 newest", "6 dayjs"}, nil},
		{"escapes", `{"dependencies": {"a": null, "b": {"version": "1"}}, "devDependencies": []}`, []string{"1 a", "1 b"}, nil},
		{"nothing", `{}`, nil, nil},
		{"other types", `{"dependencies": [], "devDependencies": "x"}`, nil, nil},
	})
}

func TestPackageLock(t *testing.T) {
	testParser(t, PackageLock, []parserTest{
		{"version 3", `
{"lockfileVersion": 3, "packages": {
  "": {"dependencies": {"a": "1"}},
  "packages/web": {"version": "1"},
  "node_modules/web": {"link": true},
  "node_modules/a": {"version": "1"},
  "node_modules/a/node_modules/@sentry/core": {"version": "1"},
  "node_modules/alias": {"name": "@sentry/browser", "version": "8"},
  "node_modules/tool": {"dev": true}
}, "dependencies": {"ignored": {}}}`, []string{"5 a ~", "6 @sentry/core ~", "7 @sentry/browser ~"}, nil},
		{"version 1", `
{"lockfileVersion": 1, "dependencies": {
  "a": {"version": "1", "requires": {"b": "1"}, "dependencies": {
    "b": {"version": "1"}}},
  "c": {"version": "2", "dev": true, "dependencies": {"d": {"version": "1"}}}
}}`, []string{"2 a ~", "3 b ~"}, nil},
	})
}

func TestYarnLock(t *testing.T) {
	tests := []parserTest{
		{"version 1", `
# yarn lockfile v1


"@sentry/browser@^8.0.0", "@sentry/browser@^8.1.0":
  version "8.1.0"
  resolved "https://registry.example/x.tgz"
  dependencies:
    "@sentry/core" "8.1.0"
    dayjs "^1"

stats@npm:mixpanel-browser@^2:
  version "2.0.0"
  optionalDependencies:
    a "1"
  peerDependencies:
    b "1"
`, []string{"4 @sentry/browser ~", "11 mixpanel-browser ~"}, nil},
		{"later versions", `
__metadata:
  version: 8

"@sentry/browser@npm:^8.0.0, @sentry/browser@npm:^8.1.0":
  version: 8.1.0
  resolution: "@sentry/browser@npm:8.1.0"
  dependencies:
    "@sentry/core": "npm:8.1.0"
    dayjs: "npm:^1"
  peerDependencies:
    b: "*"
  checksum: 10c0/ab

"web@workspace:.":
  version: 0.0.0-use.local
  dependencies:
    "@sentry/browser": "npm:^8.0.0"
    tool: "npm:1"
`, []string{"4 @sentry/browser ~"}, nil},
	}
	testParser(t, YarnLock, tests)
	testNeeds(t, YarnLock, tests[0].text, map[string][]string{
		"@sentry/browser": {"@sentry/core", "dayjs"}, "stats": {"mixpanel-browser"}, "mixpanel-browser": {"a"}})
	testNeeds(t, YarnLock, tests[1].text, map[string][]string{"@sentry/browser": {"@sentry/core", "dayjs"}})
}

func TestPnpmLock(t *testing.T) {
	tests := []parserTest{
		{"version 9", `
lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      '@sentry/react':
        specifier: ^8
        version: 8.1.0(react@18.2.0)
packages:
  '@sentry/react@8.1.0':
    resolution: {integrity: sha512-x}
    peerDependencies: {react: '*'}
  dayjs@1.11.0:
    resolution: {integrity: sha512-y}
  local@file:../local: {}
snapshots:
  '@sentry/react@8.1.0(react@18.2.0)':
    dependencies:
      '@sentry/core': 8.1.0
      react: 18.2.0(x@1)
      other: mixpanel-browser@2.1.0
  dayjs@1.11.0: {}
`, []string{"9 @sentry/react ~", "12 dayjs ~"}, nil},
		{"version 6", `
lockfileVersion: '6.0'
packages:

  /@sentry/react@8.1.0(react@18.2.0):
    dependencies:
      '@sentry/core': 8.1.0
    dev: false

  /tool@1.0.0:
    dev: true
`, []string{"4 @sentry/react ~"}, nil},
		{"version 5", `
lockfileVersion: 5.4
packages:
  /@sentry/react/8.1.0_react@18.2.0:
    dependencies:
      '@sentry/core': 8.1.0
      react-dom: 17.0.2_react@17.0.2
    dev: false
  /dayjs/1.11.0:
    dev: false
`, []string{"3 @sentry/react ~", "8 dayjs ~"}, nil},
	}
	testParser(t, PnpmLock, tests)
	testNeeds(t, PnpmLock, tests[0].text, map[string][]string{"@sentry/react": {"@sentry/core", "react", "mixpanel-browser"}, "dayjs": nil})
	testNeeds(t, PnpmLock, tests[1].text, map[string][]string{"@sentry/react": {"@sentry/core"}})
	testNeeds(t, PnpmLock, tests[2].text, map[string][]string{"@sentry/react": {"@sentry/core", "react-dom"}, "dayjs": nil})
}
