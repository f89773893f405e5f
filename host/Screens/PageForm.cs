using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflow.Host.Answers;

namespace Workflow.Host.Screens;

/// <summary>The form of a page as it was sent: what was filled in, and what the page itself put in.</summary>
internal sealed class PageForm
{
    /// <summary>The most rows of a table that a page offers.</summary>
    public const int Rows = 12;

    private readonly IFormCollection _fields;

    private PageForm(IFormCollection fields) => _fields = fields;

    /// <summary>A form that nobody has filled in yet.</summary>
    internal static PageForm Empty { get; } = new(FormCollection.Empty);

    /// <summary>Reads the form of a request.</summary>
    /// <exception cref="RequestRefusedException">It comes from another site, or from a page that is no longer valid.</exception>
    internal static async Task<PageForm> Read(HttpContext context, CancellationToken cancellation)
    {
        // Asked here and not by the framework's filter, which answers a stale form with a blank page.
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            throw RequestRefusals.Stale();
        return new PageForm(await context.Request.ReadFormAsync(cancellation));
    }

    /// <summary>What the page put in under a name; null for nothing.</summary>
    internal string? this[string name] => _fields[name] is [{ Length: > 0 } text, ..] ? text : null;

    /// <summary>What a person wrote or chose for an input, by its name.</summary>
    internal IReadOnlyList<string> Given(string input) => [.. _fields[$"in.{input}"].OfType<string>()];

    /// <summary>Whether an address leads to a page of this host: a form must not lead somebody elsewhere.</summary>
    internal static bool IsPageHere(string address) => RedirectHttpResult.IsLocalUrl(address) && !address.Any(char.IsControl);
}
