package manifest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGradle(t *testing.T) {
	testParser(t, Gradle, []parserTest{
		{"Groovy", `
buildscript {
    dependencies { classpath 'io.sentry:sentry-android-gradle-plugin:4.0' }
}
android {
    buildTypes { debug { minifyEnabled false } }
    packagingOptions { exclude 'META-INF/**/*.kotlin_module' }
}
configurations.all { exclude group: 'com.adjust.sdk', module: 'adjust-android' }
dependencies {
    implementation 'io.sentry:sentry-android:7.0.0' // io.comment:first:1
    implementation("com.mixpanel.android:mixpanel-android:$mixpanelVersion")
    /* implementation 'com.block:comment:1' */
    api "com.amplitude:android-sdk:${versions["amplitude"]}@aar"
    implementation 'a.first:one:1', "b.second:two:2"
    implementation group: 'com.braze', name: 'android-sdk-ui', version: '30'
    implementation(
        [group: 'c.map', name: 'one', version: '1'],
        [group: 'c.map', name: 'two', version: '1'])
    implementation('com.appsflyer:af-android-sdk:6') {
        exclude group: 'com.left', module: 'out'
        transitive = false
    }
    freeReleaseImplementation "com.free:sdk"
    compile 'old.style:compile:1'
    runtimeOnly 'at.runtime:only:1'
    testImplementation 'for.test:only:1'
    androidTestImplementation 'for.androidtest:only:1'
    debugImplementation 'com.squareup.leakcanary:leakcanary-android:2'
    compileOnly 'for.compile:only:1'
    annotationProcessor 'an.annotation:processor:1'
    kapt 'a.kapt:one:1'
    kaptDebug 'a.kapt:two:1'
    coreLibraryDesugaring 'com.android.tools:desugar_jdk_libs:2'
    implementation platform('com.google.firebase:firebase-bom:33.0')
    implementation 'com.google.firebase:firebase-analytics'
    implementation project(':core')
    implementation project(path: ':feature', configuration: 'default')
    implementation fileTree(dir: 'libs', include: ['*.jar'])
    implementation files('libs/com.file:jar:1.jar')
    implementation "$group:no-name:1"
    constraints { implementation('only.a:constraint:1') }
    if (withAds) {
        implementation 'in.an:if:1'
    }
    implementation 'x.y:z-gradle-plugin:1'
}
`, []string{
			"10 io.sentry:sentry-android", "11 com.mixpanel.android:mixpanel-android", "13 com.amplitude:android-sdk",
			"14 a.first:one", "14 b.second:two", "15 com.braze:android-sdk-ui", "17 c.map:one", "18 c.map:two",
			"19 com.appsflyer:af-android-sdk", "23 com.free:sdk", "24 old.style:compile", "25 at.runtime:only",
			"35 com.google.firebase:firebase-analytics", "43 in.an:if",
		}, []string{
			"io.sentry:sentry-android-gradle-plugin", "for.test:only", "for.androidtest:only", "com.squareup.leakcanary:leakcanary-android",
			"for.compile:only", "an.annotation:processor", "a.kapt:one", "a.kapt:two",
		}},
		{"Kotlin", `
plugins { id("io.sentry.android.gradle") version "4.0" }
dependencies {
    implementation("io.sentry:sentry-android:7.0.0")
    implementation(platform("com.google.firebase:firebase-bom:33.0"))
    implementation("com.braze", "android-sdk-ui", "30")
    implementation(group = "com.adjust.sdk", name = "adjust-android", version = "5")
    "freeImplementation"("com.free:sdk:1")
    add("proImplementation", "com.pro:sdk:1")
    implementation(kotlin("stdlib"))
    implementation(project(":core"))
    ksp("a.b:compiler:1")
    testImplementation("t.t:t:1") { because("x") }
    implementation("com.appsflyer:af-android-sdk:6") {
        exclude(group = "com.left", module = "out")
    }
    /* outer /* inner */
    implementation("last:one:1"); api("same.line:two:2")
}
`, []string{"3 io.sentry:sentry-android", "5 com.braze:android-sdk-ui", "6 com.adjust.sdk:adjust-android", "7 com.free:sdk", "8 com.pro:sdk",
			"13 com.appsflyer:af-android-sdk", "17 last:one", "17 same.line:two"}, []string{"a.b:compiler", "t.t:t"}},
		{"multiplatform", `
kotlin {
    sourceSets {
        commonMain.dependencies {
            implementation("m.main:one:1")
        }
        val androidMain by getting {
            dependencies { implementation("m.main:two:1") }
        }
        commonTest.dependencies { implementation("m.test:one:1") }
        getByName("jvmTest") { dependencies { implementation("m.test:two:1") } }
    }
}
testing { suites { register("it") { dependencies { implementation("m.test:three:1") } } } }
subprojects {
    dependencies { implementation("s.sub:project:1") }
}
`, []string{"4 m.main:one", "7 m.main:two", "15 s.sub:project"}, []string{"m.test:one", "m.test:two", "m.test:three"}},
		{"direct before development", "dependencies {\n  testImplementation 'a:b:1'\n  implementation 'a:b:1'\n}", []string{"3 a:b"}, []string{"a:b"}},
		{"brackets on other lines", "dependencies\n{\n  implementation(\n    'a:b:1'\n  )\n  {\n    exclude group: 'c'\n  }\n  api 'd:e:1'\n}", []string{"4 a:b", "9 d:e"}, nil},
		{"nothing", "apply plugin: 'java'\n", nil, nil},
		{"regular expressions", "def x = y =~ /it's {/ || z =~ /{/\ndependencies { implementation 'a:b:1' }", []string{"2 a:b"}, nil},
	})
}

func TestReferences(t *testing.T) {
	m, err := Gradle(`dependencies {
    implementation(libs.sentry.android)
    implementation libs.mixpanel
    implementation(libs.bundles.analytics)
    implementation(libs.braze.get())
    implementation(platform(libs.firebase.bom))
    implementation enforcedPlatform(libs.other.bom)
    "implementation"(libs.findLibrary("adjust-sdk").get())
    api(libs.findBundle("ads").get())
    testImplementation(libs.junit)
    implementation(projects.core)
    implementation(project.dependencies.platform("a:b:1"))
}`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range m.References {
		got = append(got, fmt.Sprint(r.Name, " ", r.Dev))
	}
	want := []string{
		"libs.sentry.android false", "libs.mixpanel false", "libs.bundles.analytics false", "libs.braze false", "libs.firebase.bom true",
		"libs.other.bom true", "libs.adjust-sdk false", "libs.bundles.ads false", "libs.junit true", "projects.core false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("references (-want +got):\n%s", diff)
	}
}

func TestVersionCatalogue(t *testing.T) {
	m, err := VersionCatalogue(`[versions]
sentry = "7"
[libraries]
sentry-android = { module = "io.sentry:sentry-android", version.ref = "sentry" }
mixpanel = "com.mixpanel.android:mixpanel-android:7" # a comment
braze_ui = { group = "com.braze", name = "android-sdk-ui", version = "1" }
nothing = { version = "1" }
[libraries.adjust]
module = "com.adjust.sdk:adjust-android"
[bundles]
all-stats = ["mixpanel", "braze_ui"]
[plugins]
sentry = { id = "io.sentry.android.gradle", version = "4" }
`)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Dependencies) > 0 {
		t.Errorf("a catalogue asks for nothing, got %v", m.Dependencies)
	}
	for ref, want := range map[string][]string{
		"libs.sentry.android": {"io.sentry:sentry-android"}, "libs.sentry-android": {"io.sentry:sentry-android"},
		"libs.braze.ui": {"com.braze:android-sdk-ui"}, "libs.adjust": {"com.adjust.sdk:adjust-android"},
		"libs.bundles.all.stats": {"com.mixpanel.android:mixpanel-android", "com.braze:android-sdk-ui"},
		"libs.sentry":            nil, "other.mixpanel": nil, "libs.nothing": nil, "libs.plugins.sentry": nil,
	} {
		var got []string
		for _, a := range m.Explain("libs", Reference{Name: ref}) {
			got = append(got, a.Dependency.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", ref, diff)
		}
	}
}

func TestGradleLock(t *testing.T) {
	testParser(t, GradleLock, []parserTest{{"", `
# This is a Gradle generated file for dependency locking.
io.sentry:sentry:7.0.0=debugRuntimeClasspath,releaseRuntimeClasspath
for.debug:only:1=debugRuntimeClasspath,debugCompileClasspath
junit:junit:4=testRuntimeClasspath,debugUnitTestRuntimeClasspath
a:b-compiler:1=runtimeClasspath
plain:java:1=compileClasspath,runtimeClasspath
empty=annotationProcessor
`, []string{"2 io.sentry:sentry ~", "6 plain:java ~"}, nil}})
}

func TestConstant(t *testing.T) {
	var scripts []Manifest
	for _, text := range []string{
		`object Libs {
    private const val version = "1.0"
    const val mixpanel: String = "com.mixpanel.android:mixpanel-android:$version"
    object Firebase { const val analytics = "com.google.firebase:firebase-analytics"; val core = "a.b:core:1" }
    object Other { val core = "c.d:core:1" }
}`,
		`ext.deps = [sentry: 'io.sentry:sentry-android:7', 'braze': [ui: "com.braze:android-sdk-ui:1"], url: 'https://example.com']
ext { adjust = "com.adjust.sdk:adjust-android:$v" }`,
	} {
		m, err := Gradle(text)
		if err != nil || len(m.Dependencies) > 0 {
			t.Fatal(m.Dependencies, err)
		}
		scripts = append(scripts, m)
	}
	for ref, want := range map[string]string{
		"Libs.mixpanel": "com.mixpanel.android:mixpanel-android", "mixpanel": "com.mixpanel.android:mixpanel-android",
		"Libs.Firebase.analytics": "com.google.firebase:firebase-analytics", "Firebase.analytics": "com.google.firebase:firebase-analytics",
		"Other.core": "c.d:core", "core": "", "Else.analytics": "", "rootProject.ext.deps.sentry": "io.sentry:sentry-android",
		"deps.braze.ui": "com.braze:android-sdk-ui", "adjust": "com.adjust.sdk:adjust-android", "Libs.version": "", "deps.url": "",
	} {
		if a, _ := Constant(scripts, Reference{Name: ref}); a.Dependency.Name != want {
			t.Errorf("Constant(%q) = %q, want %q", ref, a.Dependency.Name, want)
		}
	}
}
