using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Workflow.Host.Wording;

/// <summary>In which language the pages of libraries speak, such as the dashboard's: Chinese unless a browser prefers English.</summary>
public static class Localization
{
    public static void Set(RequestLocalizationOptions options)
    {
        // The program knows no data of cultures: numbers and days are written the same everywhere, and only words change.
        options.DefaultRequestCulture = new RequestCulture("zh");
        options.SupportedCultures = options.SupportedUICultures = [new CultureInfo("zh"), new CultureInfo("en")];
    }
}
