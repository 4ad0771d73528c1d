// Packages that are nothing but styles.
declare module '@fontsource-variable/inter';
