using System.Security.Cryptography;
using System.Text;

namespace Workflow.Definitions.Stories;

/// <summary>A file that a story attaches. A story has no files, so the content of each is its name.</summary>
public static class StoryFile
{
    /// <summary>Returns the content.</summary>
    public static byte[] Content(string name) => Encoding.UTF8.GetBytes(name);

    /// <summary>Returns the hash of the content, in lower-case hex.</summary>
    internal static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Content(name)));
}
