using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Screens.Sheets;

/// <summary>The form of a page as it was sent: what was filled in, and what the page itself put in.</summary>
internal sealed class PageForm
{
    /// <summary>The most rows of a table that a page offers.</summary>
    public const int Rows = 12;

    private static readonly string[] FormTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

    private readonly IFormCollection _fields;

    private PageForm(IFormCollection fields) => _fields = fields;

    /// <summary>A form that nobody has filled in yet.</summary>
    internal static PageForm Empty { get; } = new(FormCollection.Empty);

    /// <summary>Reads the form of a request.</summary>
    /// <exception cref="RequestRefusedException">It is no form, or comes from another site or from a page that is no longer valid.</exception>
    internal static async Task<PageForm> Read(HttpContext context, CancellationToken cancellation) =>
        await ReadFresh(context, cancellation) ?? throw RequestRefusals.Stale();

    /// <summary>The same; null where it comes from another site or from a page that is no longer valid.</summary>
    /// <exception cref="RequestRefusedException">It is no form, or more than a page ever sends.</exception>
    internal static async Task<PageForm?> ReadFresh(HttpContext context, CancellationToken cancellation)
    {
        var fields = await Fields(context.Request, cancellation);
        // Asked here and not by the framework's filter, which answers a stale form with a blank page.
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? new PageForm(fields) : null;
    }

    // Read before anything else reads it: what is no form is refused in one place.
    private static async Task<IFormCollection> Fields(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            throw RequestRefusals.MediaType(FormTypes, Bodies.MediaType(request));
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            throw RequestRefusals.Malformed(new Message("request.why_page_form"));
        }
    }

    /// <summary>What the page put in under a name; null for nothing.</summary>
    internal string? this[string name] => _fields[name] is [{ Length: > 0 } text, ..] ? text : null;

    /// <summary>What a person wrote or chose for an input, by its name.</summary>
    internal IReadOnlyList<string> Given(string input) => [.. _fields[$"in.{input}"].OfType<string>()];

    /// <summary>Whether an address leads to a page of this host: a form must not lead somebody elsewhere.</summary>
    internal static bool IsPageHere(string address) => RedirectHttpResult.IsLocalUrl(address) && !address.Any(char.IsControl);
}
