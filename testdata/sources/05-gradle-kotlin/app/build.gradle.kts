plugins {
    alias(libs.plugins.sentry)
}

dependencies {
    implementation(projects.core)
    implementation(platform(libs.firebase.bom))
    implementation(libs.firebase.messaging)
    implementation(libs.bundles.growth)
    implementation(libs.okhttp)
    releaseImplementation(libs.sentry.android)
    debugImplementation(libs.mixpanel)
    androidTestImplementation(libs.datadog.rum) {
        because("only in tests")
    }
    // implementation(libs.onesignal)
    implementation("io.airbridge:sdk-android:4.4.0")
    implementation("com.kakao.sdk", "v2-user", "2.20.6")
    ksp("com.google.dagger:hilt-compiler:2.52")
}
