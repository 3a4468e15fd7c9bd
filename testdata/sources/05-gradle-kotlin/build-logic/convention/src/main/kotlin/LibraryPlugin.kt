class LibraryPlugin : Plugin<Project> {
    override fun apply(target: Project) = with(target) {
        dependencies {
            "implementation"(libs.findLibrary("facebook-login").get())
            "testImplementation"(libs.findLibrary("mixpanel").get())
        }
    }
}
