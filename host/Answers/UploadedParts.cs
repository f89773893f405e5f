using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Workflow.Engine.Messages;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>A part of a form that was uploaded, on disk.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="FileName">The file's name as its sender has it, for messages; the part's name where there is none.</param>
/// <param name="Path">Where it lies while the request lasts.</param>
public sealed record UploadedPart(string Name, string FileName, string Path);

/// <summary>Reads <c>multipart/form-data</c> part by part onto disk; each part has its own bound, looked at while it comes in.</summary>
public sealed class UploadedParts
{
    private const string Form = "multipart/form-data";
    private const int MostParts = 64;
    private const int LongestBoundary = 100;
    private const int LongestName = 100;

    private readonly ImmutableArray<UploadedPart> _parts;

    private UploadedParts(ImmutableArray<UploadedPart> parts) => _parts = parts;

    /// <summary>The parts of a name, in their order.</summary>
    public IEnumerable<UploadedPart> All(string name) => _parts.Where(p => p.Name == name);

    /// <summary>The one part of a name; null when there is none.</summary>
    /// <exception cref="RequestRefusedException">There are several.</exception>
    public UploadedPart? One(string name) =>
        All(name).ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => throw RequestRefusals.PartRepeated(name, several.Count),
        };

    /// <summary>The same where it must be there.</summary>
    /// <exception cref="RequestRefusedException">There is none, or several.</exception>
    public UploadedPart Required(string name) => One(name) ?? throw RequestRefusals.PartMissing(name);

    /// <summary>Reads every part.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scratch">Where the parts go.</param>
    /// <param name="most">The most bytes of each part, by its name; others are refused.</param>
    /// <param name="cancellation">Stops between reads.</param>
    /// <exception cref="RequestRefusedException">It is no such form, or a part is unknown or too large.</exception>
    public static async Task<UploadedParts> Read(
        HttpContext context,
        Scratch scratch,
        IReadOnlyDictionary<string, long> most,
        CancellationToken cancellation
    )
    {
        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body);
        var parts = ImmutableArray.CreateBuilder<UploadedPart>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (parts.Count == MostParts)
                    throw RequestRefusals.PartsTooMany(MostParts);
                parts.Add(await Keep(section, scratch.File($"{parts.Count}"), most, cancellation));
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            throw RequestRefusals.Malformed(new Message("request.why_form", ("count", parts.Count)));
        }

        return new UploadedParts(parts.ToImmutable());
    }

    private static async Task<UploadedPart> Keep(
        MultipartSection section,
        string path,
        IReadOnlyDictionary<string, long> most,
        CancellationToken cancellation
    )
    {
        var found = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? disposition : null;
        var name = HeaderUtilities.RemoveQuotes(found?.Name ?? "").Value ?? "";
        if (!most.TryGetValue(name, out var bound))
            throw RequestRefusals.PartUnknown(most.Keys, Short(name));
        if (await Copy(section.Body, path, bound, cancellation) is false)
            throw RequestRefusals.PartTooLarge(name, bound);
        var given = HeaderUtilities.RemoveQuotes(found!.FileNameStar.HasValue ? found.FileNameStar : found.FileName).Value;
        return new UploadedPart(name, given is { Length: > 0 } ? Short(Path.GetFileName(given)) : name, path);
    }

    // False as soon as there is more than the bound.
    private static async Task<bool> Copy(Stream from, string path, long bound, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var (buffer, left) = (new byte[64 * 1024], bound);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; left -= read)
        {
            if (read > left)
                return false;
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private static string Boundary(HttpRequest request)
    {
        if (!Form.Equals(Bodies.MediaType(request), StringComparison.OrdinalIgnoreCase))
            throw RequestRefusals.MediaType([Form], Bodies.MediaType(request));
        return
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw RequestRefusals.Boundary(LongestBoundary);
    }

    // What a sender calls a file stands in messages and reports.
    private static string Short(string name) => name.Length <= LongestName && Texts.IsPlain(name) ? name : "…";
}
