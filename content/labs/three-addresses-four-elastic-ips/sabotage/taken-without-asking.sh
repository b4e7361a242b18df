# fails: one-place-only
# instead of the solution
# Lets EC2 take the Elastic IP away, and puts it back.
SHOP_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ENI_1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-shop-1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ENI_2=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-shop-2 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
RED=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-red --query 'Addresses[0].AllocationId' --output text)
BLUE=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-blue --query 'Addresses[0].AllocationId' --output text)
YELLOW=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-yellow --query 'Addresses[0].AllocationId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI_1 --private-ip-addresses 10.0.1.13
aws ec2 associate-address --allocation-id $YELLOW --network-interface-id $ENI_1 --private-ip-address 10.0.1.13
! aws ec2 assign-private-ip-addresses --network-interface-id $ENI_1 --private-ip-addresses 10.0.1.14
aws ec2 associate-address --allocation-id $BLUE --instance-id $SHOP_2
aws ec2 associate-address --allocation-id $BLUE --network-interface-id $ENI_1 --private-ip-address 10.0.1.12
aws ec2 assign-private-ip-addresses --network-interface-id $ENI_2 --private-ip-addresses 10.0.1.12 --allow-reassignment
aws ec2 assign-private-ip-addresses --network-interface-id $ENI_1 --private-ip-addresses 10.0.1.14
FIFTH=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $FIFTH --network-interface-id $ENI_1 --private-ip-address 10.0.1.14
! aws ec2 allocate-address --domain vpc
