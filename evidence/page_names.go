package evidence

import (
	"regexp"
	"strings"
)

// isSetting reports whether a setting of this name says what is loaded or sent to.
func isSetting(name string, asked bool) bool {
	switch name {
	case "src", "dsn", "api_host", "apiHost", "databaseURL", "authDomain", "endpoint", "apiEndpoint", "serverUrl", "server_url", "script_url", "scriptUrl":
		return true
	case "url", "uri":
		return asked
	}
	return false
}

// isLoader tells functions and methods that load their argument, as browsers and usual libraries have them.
func isLoader(name string, member bool) bool {
	switch name {
	case "fetch", "importScripts", "import", "Worker", "SharedWorker", "WebSocket", "EventSource":
		return true
	case "sendBeacon", "getScript", "ajax", "open", "getJSON", "post", "axios", "register":
		return member && name != "open" && name != "post" && name != "register" || name == "axios"
	}
	const shortest = len("getJS")
	return len(name) >= shortest && strings.ContainsAny(name[len(name)-2:], "tTsSyYkKgGcClLeE") && loaderName.MatchString(name)
}

// loaderName are the names that people give to functions which load a script.
var loaderName = regexp.MustCompile(`^_*(?i:load|add|inject|append|insert|include|import|require|get)(?i:external|async|ext|js|3rd|third|party)*(?i:script|scripts|js|javascript|library|sdk)(?i:file|tag|async|url)?$`)

// loaders are the functions of the script that make a script or image of what they are handed.
func (s *code) loaders() map[string]bool {
	out := make(map[string]bool)
	if len(s.sources) == 0 || len(s.loading) == 0 {
		return out
	}
	for i := range s.words {
		if !s.is(i, "function") {
			continue
		}
		name, at := s.word(i+1), i+2
		if s.is(i+1, "(") { // name = function(
			name, at = s.word(i-2), i+1
		}
		if s.is(at, "(") && s.pairs[at] > 0 && s.is(int(s.pairs[at])+1, "{") && len(name) > 2 {
			if body := int(s.pairs[at]) + 1; s.loadsWithin(body, int(s.pairs[body])) {
				out[name] = true
			}
		}
	}
	return out
}

// isMachine reports whether an address is for machines: the name of its host, or of the file, says so.
func isMachine(t target) bool {
	if strings.HasSuffix(t.path, ".js") {
		return true
	}
	labels := strings.Split(t.host, ".")
	for _, label := range labels[:max(0, len(labels)-2)] {
		for part := range strings.SplitSeq(label, "-") {
			switch strings.TrimRight(part, "0123456789") {
			case "api", "apis", "cdn", "static", "sdk", "js", "log", "logs", "stat", "stats", "collect", "collector", "event", "events", "tag", "tags",
				"script", "track", "tracker", "pixel", "px", "rum", "ingest", "intake", "analytics", "assets", "widget", "ws", "realtime", "gateway":
				return true
			}
		}
	}
	return false
}
