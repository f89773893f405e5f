using System.Net;
using System.Text.RegularExpressions;

namespace Workflow.Tests.Support;

/// <summary>Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends the forms of pages.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(Uri address, string language)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Somebody who has not signed in.</summary>
    internal static Visitor At(RunningHost host, string language = "zh") => new(host.Address, language);

    /// <summary>Somebody who has signed in on the page for it.</summary>
    internal static async Task<Visitor> SignedIn(RunningHost host, string person, string language = "zh")
    {
        var visitor = At(host, language);
        var page = await visitor.Open("/work");
        await visitor.Send(page, page.Address, ("token", host.Token(person)));
        return visitor;
    }

    internal async Task<VisitedPage> Open(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await VisitedPage.Of(answer);
    }

    /// <summary>Sends a form with the token that the page carries.</summary>
    internal async Task<VisitedPage> Send(VisitedPage from, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(from.Text).Groups[1].Value;
        return await Send(path, [("__RequestVerificationToken", token), .. fields]);
    }

    /// <summary>Sends a form as another site would: with nothing but its fields.</summary>
    internal async Task<VisitedPage> Send(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _http.PostAsync(path, form);
        return await VisitedPage.Of(answer);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>A page as it came.</summary>
internal sealed record VisitedPage(int Status, string Address, string Text, string Policy, string Type)
{
    internal static async Task<VisitedPage> Of(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            answer.RequestMessage!.RequestUri!.PathAndQuery,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? string.Join(' ', policy) : "",
            $"{answer.Content.Headers.ContentType}"
        );
}
