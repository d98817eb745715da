package dev.paperboy.app;

import dev.paperboy.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides passwords in the lines of a configuration file, so that a problem can quote its line. Works
 * on the bare text, since the file may be no valid YAML; hides rather too much than too little.
 */
final class SecretMask {

  private static final String MASK = "********";
  private static final Pattern KEY = Pattern.compile("([A-Za-z_-]{1,40})[\"']?\\s{0,9}[:=]");
  private static final Pattern ONLY_A_VARIABLE =
      Pattern.compile("\\s*[\"']?\\$\\{\\w+}[\"']?[\\s}]*(#.*)?");
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");
  private static final Pattern LOGIN_IN_URL = Pattern.compile("://[^/@\\s]{1,300}@");
  private static final List<String> SECRETS = List.of("pass", "pwd", "secret", "token");
  private static final Pattern NEXT_KEY = Pattern.compile("\\s*[A-Za-z_]+\\s*:.*");

  private SecretMask() {}

  /** The text, line by line, with all after the key of a secret hidden. */
  static String masked(String text) {
    StringBuilder masked = new StringBuilder();
    boolean goesOn = false;
    for (String line : LINE_END.split(text, -1)) {
      goesOn = goesOn && !NEXT_KEY.matcher(line).matches();
      int start = goesOn ? 0 : startOfSecret(line);
      if (start >= 0 && !ONLY_A_VARIABLE.matcher(line.substring(start)).matches()) {
        goesOn = true;
        String secret = line.substring(start);
        masked.append(line, 0, start).append(secret.isBlank() ? secret : " " + MASK);
      } else {
        masked.append(LOGIN_IN_URL.matcher(line).replaceAll("://" + MASK + "@"));
      }
      masked.append('\n');
    }
    return masked.toString();
  }

  private static int startOfSecret(String line) {
    Matcher key = KEY.matcher(line);
    while (key.find()) {
      if (isSecret(key.group(1).toLowerCase(Locale.ROOT))) {
        return key.end();
      }
    }
    return -1;
  }

  /** Misspelt keys too: their lines are quoted above all others. */
  private static boolean isSecret(String key) {
    return SECRETS.stream().anyMatch(key::contains)
        || Spelling.closest(key, List.of("password")).isPresent();
  }
}
