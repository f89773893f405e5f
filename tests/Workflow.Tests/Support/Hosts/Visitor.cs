using System.Net;
using System.Text.RegularExpressions;

namespace Workflow.Tests.Support.Hosts;

/// <summary>Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends the forms of pages.</summary>
internal sealed class Visitor : IDisposable
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
        var signedIn = await visitor.Send(page, page.Address, ("token", host.Token(person)));
        Assert.That((signedIn.Status, signedIn.Address), Is.EqualTo((200, "/work")));
        return visitor;
    }

    internal async Task<VisitedPage> Open(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await VisitedPage.Of(answer);
    }

    /// <summary>Sends the form of a page that goes to its own address, or to the one given, with all that it hides.</summary>
    internal async Task<VisitedPage> Send(VisitedPage from, string path, params (string Name, string Value)[] fields) =>
        await Send(path, [.. from.Hidden(path), .. fields]);

    /// <summary>Sends a form as another site would: with nothing but its fields.</summary>
    internal async Task<VisitedPage> Send(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _http.PostAsync(path, form);
        return await VisitedPage.Of(answer);
    }

    /// <summary>Sends anything at all.</summary>
    internal async Task<VisitedPage> Send(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(path, content);
        return await VisitedPage.Of(answer);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A page as it came.</summary>
internal sealed partial record VisitedPage(int Status, string Address, string Text, string Policy, string Type)
{
    /// <summary>What the form hides that is sent to an address; one without an address goes to its page.</summary>
    internal IEnumerable<(string Name, string Value)> Hidden(string path) =>
        Forms()
            .Matches(Text)
            .Where(form => (Goes().Match(form.Value) is { Success: true } to ? to.Groups[1].Value : Address) == path)
            .Take(1)
            .SelectMany(form => Inputs().Matches(form.Value))
            .Select(input => (input.Groups[1].Value, input.Groups[2].Value));

    [GeneratedRegex("<form [^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("^<form [^>]*action=\"([^\"]*)\"")]
    private static partial Regex Goes();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Inputs();

    internal static async Task<VisitedPage> Of(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            answer.RequestMessage!.RequestUri!.PathAndQuery,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? string.Join(' ', policy) : "",
            $"{answer.Content.Headers.ContentType}"
        );
}
