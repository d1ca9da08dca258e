using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lcra.Hydromet.TestSupport;

/// <summary>.NET 11 converts a double to decimal with more digits than .NET 10, and rounds a double by its exact binary value.</summary>
public sealed class PortableArithmeticTests
{
    [Fact]
    public void No_assembly_converts_a_double_to_decimal_or_rounds_one()
    {
        string[] assemblies = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsOurs)];

        Assert.Contains(typeof(PortableArithmeticTests).Assembly.Location, assemblies);
        Assert.Empty(assemblies.SelectMany(Offenses));
    }

    private static bool IsOurs(string file) =>
        Path.GetFileName(file).Split('.') is ["Lcra", "Hydromet", ..] or ["RainfallSite", ..] or ["GitOps", "Tests", ..];

    private static List<string> Offenses(string assembly)
    {
        using FileStream file = File.OpenRead(assembly);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        List<string> offenses = [];
        foreach (MemberReference member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind == HandleKind.TypeReference && member.GetKind() == MemberReferenceKind.Method)
            {
                TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                string name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
                if (name is "System.Decimal.op_Explicit" or "System.Decimal..ctor" or "System.Convert.ToDecimal"
                        or "System.Math.Round" or "System.MathF.Round" or "System.Double.Round" or "System.Single.Round"
                    && TakesFloatingPoint(metadata.GetBlobReader(member.Signature)))
                {
                    offenses.Add($"{Path.GetFileName(assembly)}: {name}(double); use integers or decimals");
                }
            }
        }

        return offenses;
    }

    private static bool TakesFloatingPoint(BlobReader signature)
    {
        signature.ReadSignatureHeader();
        if (signature.ReadCompressedInteger() == 0)
        {
            return false;
        }

        if (signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle)
        {
            signature.ReadTypeHandle();
        }

        return signature.ReadSignatureTypeCode() is SignatureTypeCode.Double or SignatureTypeCode.Single;
    }
}
