using System.Formats.Asn1;

namespace Workflow.Host.Seals;

/// <summary>The answer of an authority, RFC 3161 section 3.2 (<c>TimeStampResp</c>): what a <c>.tsr</c> file holds for openssl and everybody else.</summary>
internal static class TimestampResponse
{
    private const int Granted = 0;

    /// <summary>Returns the answer that grants a token.</summary>
    /// <param name="token">The token as DER.</param>
    internal static byte[] Of(byte[] token)
    {
        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            using (response.PushSequence())
                response.WriteInteger(Granted);
            response.WriteEncodedValue(token);
        }

        return response.Encode();
    }

    /// <summary>Returns the token that a file holds, bare or in an answer; what is neither is returned as it is.</summary>
    /// <param name="der">The bytes of the file.</param>
    internal static byte[] TokenIn(byte[] der)
    {
        try
        {
            var response = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            if (response.PeekTag() != Asn1Tag.Sequence)
                return der;
            response.ReadSequence();
            return response.HasData ? response.ReadEncodedValue().ToArray() : der;
        }
        catch (AsnContentException)
        {
            return der;
        }
    }
}
